"""Who is who among persons: bearers of a name, holders of an office, those without a name."""
