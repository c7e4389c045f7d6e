namespace Pannier.Demo.Smtp;

/// <summary>How the reading of DATA ended.</summary>
internal enum SmtpDataEnd
{
    Complete,
    TooLarge,
    Closed,
}
