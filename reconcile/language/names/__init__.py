"""Proper names in running text, what they name, and which mentions mean one."""
