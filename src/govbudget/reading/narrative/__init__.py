"""Paragraphs → the claims that sentences make about amounts, shares, changes and names."""
