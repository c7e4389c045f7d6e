using Pannier.Core;

namespace Pannier.Modules.Messages;

/// <summary>A message an action was not done to, and why.</summary>
/// <param name="Subject">Null when it could not be read or has none.</param>
public sealed record FailedMessage(string? Subject, string AccountName, Said Why, LocalUrl Url);
