namespace Pannier.Mail.Senders;

/// <summary>A domain offers no key for a signature.</summary>
public sealed class NoDkimKey : Exception;
