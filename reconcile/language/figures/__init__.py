"""Figures in running text: what they are, what they count, what loosens them."""
