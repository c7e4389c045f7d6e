using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Sealing;

namespace Pannier.Modules.Push;

/// <summary>From where on the browser wants to hear; absent for from now on; and the page's half of the key, where events are sealed.</summary>
internal sealed record EventsInput(NewsPlace? After, SealAsk? Seal) : IInput<EventsInput>
{
    public static EventsInput Read(Fields fields) => new(fields.Maybe("after", NewsPlace.Read), fields.Maybe("seal", SealAsk.Read));
}
