namespace Pannier.Mail.Html;

/// <summary>What <see cref="TagScanner"/> stands on.</summary>
internal enum MarkupKind
{
    Text,
    Start,
    End,
}
