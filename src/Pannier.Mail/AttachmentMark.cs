namespace Pannier.Mail;

/// <summary>Whether a message carries files.</summary>
public enum AttachmentMark
{
    /// <summary>The structure has not been read yet.</summary>
    Unknown,
    No,
    Yes,
}
