namespace Pannier.Mail.Calendar;

/// <summary>What somebody said to an invitation (PARTSTAT, RFC 5545 §3.2.12).</summary>
public enum Participation
{
    /// <summary>Nothing yet.</summary>
    NeedsAction,
    Accepted,
    Tentative,
    Declined,
}
