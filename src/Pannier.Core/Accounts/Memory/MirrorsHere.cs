using System.Collections.Concurrent;
using Pannier.Core.Sessions;

namespace Pannier.Core.Accounts.Memory;

/// <summary>The mirrors that are in this process's memory.</summary>
internal sealed class MirrorsHere
{
    private readonly ConcurrentDictionary<PersonMail, Person> _all = new();

    public IReadOnlyList<(Person Person, PersonMail Mail)> All => [.. _all.Select(one => (one.Value, one.Key))];

    public PersonMail Add(Person person, PersonMail mail)
    {
        _all[mail] = person;
        return mail;
    }

    public void Remove(PersonMail mail) => _all.TryRemove(mail, out _);
}
