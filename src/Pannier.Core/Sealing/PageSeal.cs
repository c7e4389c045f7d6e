namespace Pannier.Core.Sealing;

/// <summary>What a document tells its script of sealing.</summary>
/// <param name="Half">The session's public half.</param>
/// <param name="Answers">An attribute: null where answers are not sealed.</param>
/// <param name="Cache">The build that what is kept belongs to; null where nothing is kept.</param>
public sealed record PageSeal(string Half, string? Answers, string? Cache);
