"""One PDF out of many: files of strangers become pieces in a process of their own, pieces become pages."""
