namespace Pannier.Mail.Html;

/// <summary>What becomes of tracking parameters in links.</summary>
public enum LinkCare
{
    AsSent,
    Cut,
}
