"""Depreciation on the screen: months, values on a day, the year, both books, why each figure is what it is."""
