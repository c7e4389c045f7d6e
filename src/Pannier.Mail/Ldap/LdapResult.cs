namespace Pannier.Mail.Ldap;

/// <summary>How an operation ended (RFC 4511 §4.1.9): the codes a sign-in tells apart.</summary>
internal enum LdapResult
{
    Success = 0,
    SizeLimitExceeded = 4,
    Referral = 10,
    NoSuchObject = 32,
    InvalidDnSyntax = 34,
    InappropriateAuthentication = 48,
    InvalidCredentials = 49,
    Busy = 51,
    Unavailable = 52,
    UnwillingToPerform = 53,
}
