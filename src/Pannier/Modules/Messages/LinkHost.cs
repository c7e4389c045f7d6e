namespace Pannier.Modules.Messages;

/// <summary>A host that links of a message lead to; finished and untrusted.</summary>
/// <param name="Name">As it is asked for, and as it reads where that differs.</param>
/// <param name="Count">How many links.</param>
public sealed record LinkHost(string Name, int Count);
