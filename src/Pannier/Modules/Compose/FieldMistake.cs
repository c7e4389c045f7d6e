using Pannier.Core;

namespace Pannier.Modules.Compose;

/// <summary>What is wrong with one field of the form.</summary>
/// <param name="Field">Its name; empty for the whole form.</param>
public sealed record FieldMistake(string Field, Said Said);
