namespace Pannier.Mail.Senders;

/// <summary>Whether the domain in From is really where a message came from.</summary>
public enum SenderProof
{
    /// <summary>The account's server says nothing that could be believed.</summary>
    Unknown,

    /// <summary>The account's server found it to be so.</summary>
    Proven,

    /// <summary>The account's server looked and found nothing that proves it.</summary>
    Unproven,

    /// <summary>The account's server found that the domain's own rules are broken.</summary>
    Failed,
}
