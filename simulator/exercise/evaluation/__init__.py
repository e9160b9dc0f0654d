"""What the team thinks, claims and promises, and what observers make of it. Nothing here touches the graph."""
