"""What role claims are read from: titles, callings, kinship, terms of office."""
