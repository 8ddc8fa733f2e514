"""Parts of the page of vouchers: choosing a month, what is done with one, the accounts mapping, the pane."""
