namespace Pannier.Mail;

/// <summary>How much of a part was copied.</summary>
public enum CopyExtent
{
    Whole,

    /// <summary>The limit was reached; what follows was left on the server.</summary>
    Cut,
}
