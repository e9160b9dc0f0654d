"""The simpler model (hard groups, buffers, restarts, crews) as it is built with other libraries."""
