"""Linguistic primitives that extractors share: sentences, numbers, times, quotations, mentions."""
