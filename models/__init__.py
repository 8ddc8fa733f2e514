"""Tables, and the rules that one record can check alone. No Qt, no session, no clock."""
