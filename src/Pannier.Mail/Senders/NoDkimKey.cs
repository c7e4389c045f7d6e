namespace Pannier.Mail.Senders;

/// <summary>A domain offers no key for a signature.</summary>
internal sealed class NoDkimKey : Exception;
