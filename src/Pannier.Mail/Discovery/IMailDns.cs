namespace Pannier.Mail.Discovery;

/// <summary>The DNS questions that finding settings and checking signatures ask. Answers are not authenticated.</summary>
public interface IMailDns
{
    /// <summary>SRV records; empty when there are none or no answer came.</summary>
    Task<IReadOnlyList<ServiceRecord>> ServicesAsync(string name, CancellationToken cancellation);

    /// <summary>The hosts that take the domain's mail in, best first; empty when there are none or no answer came.</summary>
    Task<IReadOnlyList<string>> MailExchangersAsync(string domain, CancellationToken cancellation);

    /// <summary>TXT records, the strings of each joined (RFC 6376 §3.6.2.2); empty when there are none or no answer came.</summary>
    Task<IReadOnlyList<string>> TextsAsync(string name, CancellationToken cancellation);
}
