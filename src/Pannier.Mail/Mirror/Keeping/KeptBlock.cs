namespace Pannier.Mail.Mirror.Keeping;

/// <summary>A block on the shelf.</summary>
/// <param name="Rows">Which writing its rows are of; each is a number nobody can guess.</param>
/// <param name="Keywords">And its keywords.</param>
internal readonly record struct KeptBlock(long Number, ulong Rows, ulong Keywords);
