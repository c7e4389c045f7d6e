namespace Pannier.Mail;

/// <summary>What the sender asks to do with a part (RFC 2183). A wish, never an order.</summary>
public enum Disposition
{
    Unspecified,
    Inline,
    Attachment,
}
