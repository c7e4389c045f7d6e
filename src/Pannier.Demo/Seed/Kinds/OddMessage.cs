namespace Pannier.Demo.Seed.Kinds;

/// <summary>A message that is wrong in one way.</summary>
/// <param name="Raw">Latin-1 stands for bytes; {date} and {to} are filled in.</param>
internal sealed record OddMessage(string What, string Raw);
