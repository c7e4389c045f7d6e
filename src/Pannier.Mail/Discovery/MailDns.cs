using DnsClient;
using DnsClient.Protocol;

namespace Pannier.Mail.Discovery;

/// <summary>Asks the site's own resolver.</summary>
public sealed class MailDns(IDnsQuery dns) : IMailDns
{
    public async Task<IReadOnlyList<ServiceRecord>> ServicesAsync(string name, CancellationToken cancellation) =>
        [.. (await AskAsync(name, QueryType.SRV, cancellation)).OfType<SrvRecord>()
            .Select(record => new ServiceRecord(record.Priority, record.Weight, record.Port, record.Target.Value))];

    public async Task<IReadOnlyList<string>> MailExchangersAsync(string domain, CancellationToken cancellation) =>
        [.. (await AskAsync(domain, QueryType.MX, cancellation)).OfType<MxRecord>()
            .OrderBy(record => record.Preference)
            .Select(record => record.Exchange.Value.TrimEnd('.'))];

    public async Task<IReadOnlyList<string>> TextsAsync(string name, CancellationToken cancellation) =>
        [.. (await AskAsync(name, QueryType.TXT, cancellation)).OfType<TxtRecord>().Select(record => string.Concat(record.Text))];

    private async Task<IReadOnlyList<DnsResourceRecord>> AskAsync(string name, QueryType type, CancellationToken cancellation)
    {
        try
        {
            return (await dns.QueryAsync(name, type, cancellationToken: cancellation)).Answers;
        }
        catch (Exception e) when (e is DnsResponseException or ArgumentException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return []; // no answer, or a name DNS cannot carry
        }
    }
}
