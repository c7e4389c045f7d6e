using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Pannier.Configuration;

/// <summary>Binds the configuration's sections to option records, strictly: an unknown key or a value out of bounds stops the start.</summary>
internal sealed class Sections(IConfiguration configuration, IServiceCollection services)
{
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Binds one section, registers its record for <c>IOptions</c>, and returns it.</summary>
    public TOptions Add<TOptions>(string section)
        where TOptions : class, new()
    {
        _known.Add(section);
        services.AddSingleton(new BoundSection(section, typeof(TOptions)));
        if (configuration.GetSection(section).GetChildren().FirstOrDefault(child => typeof(TOptions).GetProperty(child.Key, BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase) is { CanWrite: false }) is { } computed)
            throw new StartRefused($"Section {section}: '{computed.Key}' is no setting."); // the binder takes it for known, and leaves it

        TOptions options;
        try
        {
            options = configuration.GetSection(section).Get<TOptions>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new TOptions();
        }
        catch (InvalidOperationException wrong)
        {
            throw new StartRefused($"Section {section}: {(wrong.InnerException as InvalidOperationException ?? wrong).Message}"); // what is wrong within a list is told by the inner one alone
        }

        var faults = new List<ValidationResult>();
        if (!Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true))
            throw new StartRefused($"Section {section}: {string.Join(" ", faults.Select(fault => fault.ErrorMessage))}");

        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(options));
        return options;
    }

    /// <summary>Refuses sections nobody has bound, also within another: a misspelt one must not mean its defaults.</summary>
    public void RefuseUnknown()
    {
        Refuse(configuration.GetChildren(), "");
        foreach (var outer in _known.Where(name => name.Contains(':', StringComparison.Ordinal)).Select(name => name.Split(':')[0]).Distinct(StringComparer.OrdinalIgnoreCase).Except(_known, StringComparer.OrdinalIgnoreCase))
            Refuse(configuration.GetSection(outer).GetChildren(), outer + ":");
    }

    private void Refuse(IEnumerable<IConfigurationSection> sections, string within)
    {
        var there = _known.Where(name => name.StartsWith(within, StringComparison.OrdinalIgnoreCase)).Select(name => within + name[within.Length..].Split(':')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (sections.Select(section => section.Path).FirstOrDefault(path => !there.Contains(path)) is { } unknown)
            throw new StartRefused($"There is no section '{unknown}'. There are: {string.Join(", ", there.Order(StringComparer.Ordinal))}.");
    }
}
