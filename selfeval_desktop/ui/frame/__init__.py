"""The window itself: menus, status line, and the page that shows an open ledger."""
