namespace Pannier.Mail.Parts;

/// <summary>Where the parts of a message come from: its server, or a file within another message.</summary>
public interface IPartSource
{
    /// <summary>Writes a part's content, its transfer encoding or compression undone.</summary>
    /// <param name="atMost">Octets.</param>
    /// <exception cref="MailFault">The server could not be asked.</exception>
    /// <exception cref="PartFault">The part is not what the list of them said.</exception>
    Task<CopyExtent> CopyAsync(BodyPart part, Stream to, long atMost, CancellationToken cancellation);
}
