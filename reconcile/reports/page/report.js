"use strict";
// Collects judgements on the findings of this page and hands them over as a file; nothing leaves the page otherwise.
const judgements = new Map();
const show = (element) => { element.hidden = false; };
show(document.getElementById("review"));
for (const article of document.querySelectorAll("article[data-finding]")) {
  const row = article.querySelector(".judge");
  show(row);
  for (const button of row.querySelectorAll("button")) {
    button.addEventListener("click", () => {
      judgements.set(article.dataset.finding, { decision: button.dataset.decision, why: row.querySelector("input") });
      article.classList.add("judged");
      document.getElementById("judged").textContent = `${judgements.size} judged`;
    });
  }
}
document.getElementById("export").addEventListener("click", () => {
  const who = document.getElementById("who").value.trim() || "unknown";
  const when = new Date().toISOString().slice(0, 10);
  const rows = [...judgements].map(([finding, { decision, why }]) =>
    JSON.stringify({ finding, decision, who, when, why: why.value.trim() }) + "\n");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(rows, { type: "application/jsonl" }));
  link.download = "judgements.jsonl";
  link.click();
  URL.revokeObjectURL(link.href);
});
