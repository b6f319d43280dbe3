"""Tests of the claim tables and their store."""
