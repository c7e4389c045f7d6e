using System.ComponentModel.DataAnnotations;

namespace Pannier.Mail.Ldap;

/// <summary>The directory that checks names and passwords when <c>SignIn:Backend</c> is Ldap (section <c>Ldap</c>); docs/SIGNIN.md is the guide.</summary>
public sealed record LdapOptions : IValidatableObject
{
    private const string Name = "{name}";

    /// <summary>The directory's host. One whose address is not public is named in <c>Egress:Identity:Allow</c>, with its port. Needed with <c>SignIn:Backend</c> Ldap.</summary>
    public string? Host { get; init; }

    /// <summary>Its port. 1 to 65,535; 636 unless set, and 389 is usual with StartTls.</summary>
    [Range(1, 65535)]
    public int Port { get; init; } = 636;

    /// <summary>TLS from the first byte (ldaps), or StartTLS, without which nothing is said. TLS unless set.</summary>
    public ConnectionSecurity Security { get; init; } = ConnectionSecurity.Tls;

    /// <summary>Where everybody's entry stands, as in <c>uid={name},ou=people,dc=example,dc=org</c>; <c>{name}</c> is what was typed, escaped (RFC 4514). Either this or <c>Ldap:SearchBase</c>.</summary>
    public string? DnTemplate { get; init; }

    /// <summary>Below which entry people are looked for, as in <c>ou=people,dc=example,dc=org</c>. Either this or <c>Ldap:DnTemplate</c>.</summary>
    public string? SearchBase { get; init; }

    /// <summary>What finds a person; <c>{name}</c> is what was typed, escaped (RFC 4515). Of and, or, not, equality and presence; <c>(uid={name})</c> unless set.</summary>
    public string SearchFilter { get; init; } = "(uid={name})";

    /// <summary>As whom people are looked for. Nobody (anonymously) unless set.</summary>
    public string? BindDn { get; init; }

    /// <summary>The password of <c>Ldap:BindDn</c>; best kept in a file of the secrets directory, <c>Ldap__BindPassword</c>.</summary>
    public string? BindPassword { get; init; }

    /// <summary>The attribute that names a person here, so that they are one person whatever they typed. <c>uid</c> unless set.</summary>
    [Required]
    public string NameAttribute { get; init; } = "uid";

    /// <summary>The attribute with a person's e-mail address. <c>mail</c> unless set.</summary>
    [Required]
    public string MailAttribute { get; init; } = "mail";

    /// <summary>The attribute with what a person is called. <c>cn</c> unless set.</summary>
    [Required]
    public string DisplayAttribute { get; init; } = "cn";

    /// <summary>Says at start what is missing or contradicts; nothing is needed while there is no host.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Host is null)
        {
            if ((DnTemplate ?? SearchBase ?? BindDn ?? BindPassword) is not null) yield return new("Ldap:Host: name the directory, as in ldap.example.org.", [nameof(Host)]);
            yield break;
        }

        if (HostName.Read(Host) is null) yield return new($"Ldap:Host: \"{Host}\" is not a host name.", [nameof(Host)]);
        if (Security == ConnectionSecurity.None) yield return new("Ldap:Security: Tls or StartTls; a password is never checked in clear text.", [nameof(Security)]);
        if (DnTemplate is null == SearchBase is null) yield return new("Ldap: set either DnTemplate, where everybody's entry stands, or SearchBase, below which it is looked for.");
        if (DnTemplate is not null && !DnTemplate.Contains(Name, StringComparison.Ordinal)) yield return new("Ldap:DnTemplate: {name} has to stand in it, as in uid={name},ou=people,dc=example,dc=org.", [nameof(DnTemplate)]);
        if (!SearchFilter.Contains(Name, StringComparison.Ordinal) || !LdapFilter.Fits(Filter("x")))
            yield return new("Ldap:SearchFilter: write a filter with {name} in it, as in (uid={name}) or (&(objectClass=person)(mail={name})).", [nameof(SearchFilter)]);
        if (BindDn is null != BindPassword is null || BindPassword?.Length == 0) yield return new("Ldap: BindDn and BindPassword belong together; leave both out to look for people anonymously.");
    }

    internal string Filter(string name) => SearchFilter.Replace(Name, LdapText.InFilter(name), StringComparison.Ordinal);

    /// <summary>Null where people are looked for.</summary>
    internal string? Dn(string name) => DnTemplate?.Replace(Name, LdapText.InDn(name), StringComparison.Ordinal);
}
