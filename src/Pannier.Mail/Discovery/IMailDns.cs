namespace Pannier.Mail.Discovery;

/// <summary>The DNS questions that finding settings asks. Answers are not authenticated: they are hints, shown before use.</summary>
public interface IMailDns
{
    /// <summary>SRV records; empty when there are none or no answer came.</summary>
    Task<IReadOnlyList<ServiceRecord>> ServicesAsync(string name, CancellationToken cancellation);

    /// <summary>The hosts that take the domain's mail in, best first; empty when there are none or no answer came.</summary>
    Task<IReadOnlyList<string>> MailExchangersAsync(string domain, CancellationToken cancellation);
}
