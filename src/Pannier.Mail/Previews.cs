namespace Pannier.Mail;

/// <summary>Whether rows come with previews.</summary>
public enum Previews
{
    Leave,
    Read,

    /// <summary>Nor the structure, which some servers must read the whole message for: attachment marks stay unknown.</summary>
    Headers,
}
