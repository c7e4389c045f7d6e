namespace Pannier.Mail.Html.Values;

/// <summary>Reads one kind of value; null when the text, already trimmed, is not one.</summary>
internal delegate Value? ValueReader(ReadOnlySpan<char> text);
