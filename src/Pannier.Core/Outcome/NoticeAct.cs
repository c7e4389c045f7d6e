namespace Pannier.Core;

/// <summary>What can be done about a notice, as a button beside it.</summary>
/// <param name="Url">Where the button sends its value.</param>
/// <param name="Label">The text's key.</param>
/// <param name="Name">The field.</param>
public sealed record NoticeAct(LocalUrl Url, string Label, string Name, string Value);
