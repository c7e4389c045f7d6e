namespace Pannier.Mail.Html;

/// <summary>What a picture on another server is there for.</summary>
public enum RemoteUse
{
    Picture,
    Background,

    /// <summary>Hidden, or at most a pixel wide or high: nobody would see it, so it counts who reads.</summary>
    Dot,
}
