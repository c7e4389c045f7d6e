namespace Pannier.Mail.Lists;

/// <summary>How far an account's mail has been read in; older messages are still to come.</summary>
/// <param name="Of">Messages on the server; 0 while not even that is known.</param>
public sealed record Filling(int Held, int Of);
