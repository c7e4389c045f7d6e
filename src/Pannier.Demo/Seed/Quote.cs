namespace Pannier.Demo.Seed;

/// <summary>An earlier text, quoted below or in an answer.</summary>
internal sealed record Quote(string Attribution, string Text);
