namespace Pannier.Mail.Text;

/// <summary>What a block of plain text is.</summary>
public enum TextBlockKind
{
    Paragraph,

    /// <summary>After the separator <c>-- </c> (RFC 3676 §4.3), to the end or to another quote depth. The separator is not part of it.</summary>
    Signature,
}
