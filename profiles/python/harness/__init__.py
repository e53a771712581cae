"""What runs the kernels: workers in four forms, and the conversation with Coreloom."""
