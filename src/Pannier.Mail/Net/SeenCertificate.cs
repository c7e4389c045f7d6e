namespace Pannier.Mail.Net;

/// <summary>A certificate that was refused, so that a person can compare it with the server's own and say that it is the right one.</summary>
/// <param name="Pin">What the server showed.</param>
/// <param name="Pinned">The only one trusted at this server; null when none is, and authorities decide.</param>
/// <param name="Flaw">What is wrong with it beside not being the pinned one.</param>
public sealed record SeenCertificate(CertificatePin Pin, CertificatePin? Pinned, CertificateFlaw Flaw);
