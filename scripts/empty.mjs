// Outside Next there is no client bundle that `server-only` would have to guard.
export {}
