namespace Pannier;

/// <summary>Why the program does not start, said so that the operator can mend it.</summary>
internal sealed class StartRefused(string message) : Exception(message);
