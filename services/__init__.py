"""What the department can do: functions, first argument `session`. No Qt."""
