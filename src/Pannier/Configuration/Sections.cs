using System.ComponentModel.DataAnnotations;
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
        _known.Add(section.Split(':')[0]);
        services.AddSingleton(new BoundSection(section, typeof(TOptions)));
        TOptions options;
        try
        {
            options = configuration.GetSection(section).Get<TOptions>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new TOptions();
        }
        catch (InvalidOperationException wrong)
        {
            throw new StartRefused($"Section {section}: {wrong.Message}");
        }

        var faults = new List<ValidationResult>();
        if (!Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true))
            throw new StartRefused($"Section {section}: {string.Join(" ", faults.Select(fault => fault.ErrorMessage))}");

        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(options));
        return options;
    }

    /// <summary>Refuses sections nobody has bound: a misspelt one must not mean its defaults.</summary>
    public void RefuseUnknown()
    {
        if (configuration.GetChildren().Select(child => child.Key).FirstOrDefault(key => !_known.Contains(key)) is { } unknown)
            throw new StartRefused($"There is no section '{unknown}'. There are: {string.Join(", ", _known.Order(StringComparer.Ordinal))}.");
    }
}
