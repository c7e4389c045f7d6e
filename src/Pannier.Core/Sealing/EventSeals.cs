namespace Pannier.Core.Sealing;

/// <summary>Seals the events of one stream, where the site seals answers.</summary>
public sealed class EventSeals
{
    private readonly AnswerSeal? _seal;
    private int _sent;

    internal EventSeals(AnswerSeal? seal) => _seal = seal;

    /// <summary>For streams outside a site: nothing is sealed.</summary>
    public static EventSeals None { get; } = new(null);

    /// <summary>Agrees on the stream's key.</summary>
    /// <returns>False when the page must ask otherwise: it sent no half, or a broken one, and events are sealed here.</returns>
    public bool Begin(SealAsk? ask) => _seal is not { IsOn: true } || (ask is not null && _seal.Begin(ask));

    /// <summary>The data of the stream's next event, on one line.</summary>
    public string Data(string name, string id, string data) => _seal is { HasBegun: true } ? _seal.Event(_sent++, name, id, data) : data;
}
