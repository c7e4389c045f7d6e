namespace Pannier.Demo.Net;

/// <summary>A line beyond the limit came and was skipped to its end.</summary>
public sealed class LineTooLongException : Exception;
