namespace Pannier.Demo.Seed;

/// <summary>One account of the demo's owner, who has three.</summary>
/// <param name="Address">Also the name to sign in with; always of a reserved domain.</param>
/// <param name="Password">No secret: printed at start, known to every copy of the program.</param>
public sealed record DemoPerson(string Address, string DisplayName, string Password);
